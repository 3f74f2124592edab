import { type Command, Option } from "commander";
import type { RelatedStore } from "../index.js";
import { openIndex } from "../node/stores/open-index.js";
import { StoreError } from "../node/stores/store-error.js";

const USAGE_ERROR = 2;

/** The option that names a store. Its value is not checked by commander, whose messages would repeat a password. */
export function storeOption(): Option {
  return new Option(
    "--store <store>",
    "an SQLite file, or postgres://user@host/database?schema=name; passwords: PGPASSWORD, ~/.pgpass or in the address",
  ).makeOptionMandatory();
}

/** Opens a store for a command, and closes it when the task is done or has failed. */
export async function withStore<T>(
  command: Command,
  target: string,
  create: boolean,
  task: (store: RelatedStore) => Promise<T>,
): Promise<T> {
  if (target === "")
    command.error("error: --store: expected a file or an address", { exitCode: USAGE_ERROR });
  const store = await openIndex(target, { create }).catch((error: unknown) => {
    if (error instanceof StoreError && error.code === "missing-store")
      return command.error(`error: ${error.message}`, { exitCode: USAGE_ERROR });
    throw error;
  });
  try {
    return await task(store);
  } finally {
    await store.close();
  }
}
