/**
 * npm, told to stop, ends the shell between itself and us, and we would live on as an orphan: then we are told, too.
 * @param {() => void} stop
 */
export function whenParentIsGone(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 300);
  watch.unref();
}
