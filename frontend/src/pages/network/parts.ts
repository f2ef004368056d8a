// The parts of a network: what hangs together by ties.

/** The part of each node, numbered from the largest; the first node decides between equals. */
export function partsOf(count: number, ties: readonly { a: number; b: number }[]): number[] {
  const up = Array.from({ length: count }, (_, node) => node);
  const top = (node: number): number => {
    let at = node;
    while (up[at] !== at) {
      up[at] = up[up[at] ?? at] ?? at;
      at = up[at] ?? at;
    }
    return at;
  };
  for (const { a, b } of ties) up[Math.max(top(a), top(b))] = Math.min(top(a), top(b));
  const size = new Map<number, number>();
  for (let node = 0; node < count; node += 1) size.set(top(node), (size.get(top(node)) ?? 0) + 1);
  const order = [...size].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  const number = new Map(order.map(([node], place) => [node, place]));
  return up.map((_, node) => number.get(top(node)) ?? 0);
}
