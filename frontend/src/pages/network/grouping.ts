// Groups of friends, found fast and only for the picture: they say near whom an actor is drawn. The camps themselves come from the record.

export interface Signed {
  a: number;
  b: number;
  /** Above 0 between friends, below 0 between enemies. */
  value: number;
}

const PASSES = 20;

/** The group of each node: nodes move to where most of their ties fit, then whole groups do, as long as any gains. */
export function groups(count: number, ties: readonly Signed[]): number[] {
  let label = Array.from({ length: count }, (_, node) => node);
  for (;;) {
    const names = [...new Set(label)];
    const place = new Map(names.map((name, at) => [name, at]));
    const inner = label.map((name) => place.get(name) ?? 0);
    const moved = settle(names.length, sums(names.length, inner, ties));
    label = inner.map((name) => moved[name] ?? 0);
    if (new Set(moved).size === names.length) return merged(label, ties);
  }
}

/** Of each group: what its ties to each other group come to. */
function sums(count: number, label: readonly number[], ties: readonly Signed[]): Map<number, number>[] {
  const found = Array.from({ length: count }, () => new Map<number, number>());
  for (const { a, b, value } of ties) {
    const one = label[a] ?? 0;
    const other = label[b] ?? 0;
    if (one === other) continue;
    found[one]?.set(other, (found[one]?.get(other) ?? 0) + value);
    found[other]?.set(one, (found[other]?.get(one) ?? 0) + value);
  }
  return found;
}

function settle(count: number, between: readonly Map<number, number>[]): number[] {
  const label = Array.from({ length: count }, (_, node) => node);
  for (let pass = 0; pass < PASSES; pass += 1) {
    let moves = 0;
    for (let node = 0; node < count; node += 1) {
      const pull = new Map<number, number>();
      for (const [other, value] of between[node] ?? []) {
        const home = label[other] ?? 0;
        pull.set(home, (pull.get(home) ?? 0) + value);
      }
      let best = label[node] ?? 0;
      let most = Math.max(pull.get(best) ?? 0, 0);
      for (const [home, value] of pull) if (value > most + 1e-9) [best, most] = [home, value];
      if (best !== label[node]) {
        label[node] = best;
        moves += 1;
      }
    }
    if (!moves) break;
  }
  return label;
}

/** Groups that are not at odds become one, the largest first: who is only at odds with one side is drawn on the other. */
function merged(label: readonly number[], ties: readonly Signed[]): number[] {
  const size = new Map<number, number>();
  for (const group of label) size.set(group, (size.get(group) ?? 0) + 1);
  const between = sums(Math.max(0, ...label) + 1, label, ties);
  const homes: Set<number>[] = [];
  const into = new Map<number, number>();
  for (const [group] of [...size].sort((one, other) => other[1] - one[1] || one[0] - other[0])) {
    const pull = (home: Set<number>) => {
      let sum = 0;
      for (const [other, value] of between[group] ?? []) if (home.has(other)) sum += value;
      return sum;
    };
    let home = homes.findIndex((one) => pull(one) >= 0);
    if (home < 0) home = homes.push(new Set()) - 1;
    homes[home]?.add(group);
    into.set(group, home);
  }
  return label.map((group) => into.get(group) ?? 0);
}
