import { address } from "../route";
import { joints } from "../words/words";

export function ActorLink({ id, name }: { id: string | null; name: string }) {
  return id ? <a href={address(["actors", id])}>{name}</a> : <span>{name}</span>;
}

export function ActorLinks({ list }: { list: readonly { id: string | null; name: string }[] }) {
  const before = joints(list.map((one) => one.name));
  return (
    <>
      {list.map((one, place) => (
        <span key={one.id ?? place}>
          {before[place]}
          <ActorLink {...one} />
        </span>
      ))}
    </>
  );
}
