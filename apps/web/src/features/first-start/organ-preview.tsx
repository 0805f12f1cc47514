import type { Outputs } from '../../lib/trpc.ts';

type Organ = Extract<Outputs['firstStart']['check'], { is: 'checked' }>['organs'][number];

/** The organs as a tree: parents before children, as the server put them in order. */
export function OrganPreview({ organs }: { organs: readonly Organ[] }) {
  const depth = new Map<string, number>();
  for (const { code, parentCode } of organs) {
    depth.set(code, parentCode === null ? 0 : (depth.get(parentCode) ?? 0) + 1);
  }
  const children = Map.groupBy(organs, (organ) => organ.parentCode ?? '');
  const ordered: Organ[] = [];
  const walk = (code: string) => {
    for (const child of children.get(code) ?? []) {
      ordered.push(child);
      walk(child.code);
    }
  };
  walk('');
  return (
    // A list that scrolls is reached by keyboard, too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: as said.
    <ul className="rw-first-tree" tabIndex={0}>
      {ordered.map((organ) => (
        <li key={organ.code} style={{ paddingInlineStart: (depth.get(organ.code) ?? 0) * 20 }}>
          <span className="rd-muted">{organ.code}</span> {organ.name}
          {organ.numberPrefix !== null && <span className="rd-muted"> · {organ.numberPrefix}</span>}
        </li>
      ))}
    </ul>
  );
}
