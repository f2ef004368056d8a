// Where a browser knows nothing of WebGL, sigma cannot even be loaded: it reads constants off these two names at once.

const known = globalThis as unknown as Record<string, unknown>;
for (const name of ["WebGLRenderingContext", "WebGL2RenderingContext"]) known[name] ??= class {};

/** Whether pictures can be drawn with WebGL here. */
export function hasWebGL(): boolean {
  try {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}
