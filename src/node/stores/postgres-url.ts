import { StoreError } from "./store-error.js";

/** A PostgreSQL address, taken apart. */
export interface PostgresAddress {
  /** Without the password and the parameters, for messages. */
  readonly name: string;
  /** What `pg` connects to. */
  readonly connection: string;
  readonly schema?: string;
}

/** Whether a store is named by a PostgreSQL address, not by a path. */
export function isPostgresUrl(target: string): boolean {
  return /^postgres(ql)?:\/\//i.test(target);
}

/**
 * Takes `?schema=` out of an address, and the password out of its name.
 * @throws StoreError when it is no address; the message does not repeat it, since it may hold a password.
 */
export function parsePostgresUrl(text: string): PostgresAddress {
  // `user@/database?host=/run/postgresql` is usual for a socket, but no URL by the standard.
  const standard = text.replace("@/", "@localhost/");
  if (!isPostgresUrl(text) || !URL.canParse(standard))
    throw new StoreError(
      "failed",
      "not a PostgreSQL address; expected postgres://user:password@host:port/database, special characters in the password as %XX",
    );
  const url = new URL(standard);
  const schema = url.searchParams.get("schema") ?? undefined;
  url.searchParams.delete("schema");
  const connection = `${text.split("?", 1)[0]}${url.search}`;
  url.password = "";
  url.search = "";
  return { name: url.href, connection, ...(schema === undefined ? {} : { schema }) };
}
