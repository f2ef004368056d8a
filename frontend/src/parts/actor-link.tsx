import { address } from "../route";

export function ActorLink({ id, name }: { id: string | null; name: string }) {
  return id ? <a href={address(["actors", id])}>{name}</a> : <span>{name}</span>;
}

export function ActorLinks({ list }: { list: readonly { id: string | null; name: string }[] }) {
  return (
    <>
      {list.map((one, place) => (
        <span key={one.id ?? place}>
          {place > 0 && ", "}
          <ActorLink {...one} />
        </span>
      ))}
    </>
  );
}
