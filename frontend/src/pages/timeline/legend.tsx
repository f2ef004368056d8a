import { Shape } from "./mark";
import { SIGN_CLASS } from "./signs";
import { own } from "./words";

const SIGNS = [
  [1, "friendly", "+"],
  [-1, "hostile", "−"],
  [0, "neutral", ""],
] as const;

export function Legend() {
  const { signs, longer, open, unfirm } = own();
  return (
    <ul class="plain row legend small" aria-label={own().legend}>
      {SIGNS.map(([sign, name, shape]) => (
        <li key={name}>
          <svg width="20" height="20" aria-hidden="true" class={`mark ${SIGN_CLASS[sign]}`}>
            <Shape sign={sign} x={10} y={10} radius={6.5} />
            <text class="inside" x={10} y={10}>
              {shape}
            </text>
          </svg>{" "}
          {signs[name]}
        </li>
      ))}
      <li>
        <svg width="44" height="20" aria-hidden="true" class="mark neutral">
          <rect class="bar" x={1} y={5.5} width={42} height={9} rx={2} />
          <Shape sign={0} x={22} y={10} radius={6} />
        </svg>{" "}
        {longer}
      </li>
      <li>
        <svg width="44" height="20" aria-hidden="true" class="mark neutral">
          {[0.5, 0.4, 0.3, 0.2, 0.1].map((strong, place) => (
            <rect key={place} class="fading" x={place * 9} y={5.5} width={9} height={9} fill-opacity={strong} />
          ))}
        </svg>{" "}
        {open}
      </li>
      <li>
        <svg width="20" height="20" aria-hidden="true" class="mark neutral unfirm">
          <Shape sign={0} x={10} y={10} radius={6} />
        </svg>{" "}
        {unfirm}
      </li>
    </ul>
  );
}
