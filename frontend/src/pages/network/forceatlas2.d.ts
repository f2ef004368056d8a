// The library's own steps, which it does not type: they let the work be done in pieces that never hold up the page.

declare module "graphology-layout-forceatlas2/iterate.js" {
  import type { ForceAtlas2Settings } from "graphology-layout-forceatlas2";
  export default function iterate(settings: ForceAtlas2Settings, nodes: Float32Array, edges: Float32Array): void;
}

declare module "graphology-layout-forceatlas2/helpers.js" {
  import type Graph from "graphology";
  const helpers: {
    graphToByteArrays(
      graph: Graph,
      weight: (edge: string, data: { weight: number }) => number,
    ): {
      nodes: Float32Array;
      edges: Float32Array;
    };
  };
  export default helpers;
}
