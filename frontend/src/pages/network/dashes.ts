// Dashed lines for WebGL: the library's straight line, with gaps counted in pixels of the screen.

import { type EdgeProgramType, EdgeRectangleProgram } from "sigma/rendering";
import type { RenderParams } from "sigma/types";

export function dashed(dash: number, gap: number): EdgeProgramType {
  return class extends EdgeRectangleProgram {
    override getDefinition() {
      const plain = super.getDefinition();
      return {
        ...plain,
        VERTEX_SHADER_SOURCE: plain.VERTEX_SHADER_SOURCE.replace(
          "void main() {",
          `uniform vec2 u_dimensions;
          varying float v_along;
          void main() {
            vec2 begin = (u_matrix * vec3(a_positionStart, 1)).xy;
            vec2 end = (u_matrix * vec3(a_positionEnd, 1)).xy;
            v_along = a_positionCoef * length((end - begin) * 0.5 * u_dimensions);`,
        ),
        FRAGMENT_SHADER_SOURCE: plain.FRAGMENT_SHADER_SOURCE.replace(
          "precision mediump float;",
          "precision highp float;",
        ).replace(
          "void main(void) {",
          `varying float v_along;
          void main(void) {
            if (mod(v_along, ${(dash + gap).toFixed(1)}) > ${dash.toFixed(1)}) discard;`,
        ),
        UNIFORMS: [...plain.UNIFORMS, "u_dimensions"] as unknown as typeof plain.UNIFORMS,
      };
    }

    override setUniforms(params: RenderParams, info: Parameters<EdgeRectangleProgram["setUniforms"]>[1]): void {
      super.setUniforms(params, info);
      const { gl, uniformLocations } = info;
      const at = (uniformLocations as Record<string, WebGLUniformLocation>)["u_dimensions"];
      if (at) gl.uniform2f(at, params.width, params.height);
    }
  };
}
