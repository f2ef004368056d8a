// What stands below a long list: that it is on its way, that nothing is there, or the way to more.

import { words } from "../words/words";
import type { Pages } from "./pages";
import { Nothing, Waiting } from "./states";

const own = words({ en: { more: "Show more" }, es: { more: "Mostrar más" } });

export function ListEnd({ list, none }: { list: Pages<unknown>; none: string }) {
  return (
    <>
      {list.waiting && <Waiting />}
      {!list.waiting && !list.problem && !list.items.length && <Nothing>{none}</Nothing>}
      {list.more && (
        <p>
          <button type="button" onClick={list.more}>
            {own().more}
          </button>
        </p>
      )}
    </>
  );
}
