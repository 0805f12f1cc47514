// Loaded first into every Node process of a test run (`--import`, by `REDRESS_TEST_TODAY=2028-02-29 npm test`): the
// machine's date becomes another one, and runs on from there. One place, for whatever reads the clock.
const day = new URL(import.meta.url).searchParams.get('day');
const RealDate = Date;
const noon = RealDate.parse(`${day}T12:00:00+08:00`);
if (Number.isNaN(noon)) throw new Error(`REDRESS_TEST_TODAY: ${day} is no day`);

// Each process finds the day's noon when it starts: the same day in all of them, from UTC-12 to UTC+8.
const shift = noon - RealDate.now();

const now = () => RealDate.now() + shift;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [now()] : args, made),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
