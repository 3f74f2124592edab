/** What went wrong with a store: see `StoreError`. */
export type StoreErrorCode = "missing-store" | "missing-package" | "busy" | "failed";

/**
 * A store that cannot be opened, read or written. Its message names the store, without the password of a connection.
 *
 * `missing-store`: there is none at the path. `missing-package`: the package that the store needs is not installed.
 * `busy`: another process was writing for longer than the store waits. `failed`: all else, as a full disk or a refused connection.
 */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string) {
    super(message);
    this.name = "StoreError";
    this.code = code;
  }
}

/**
 * Loads a package that is not always installed.
 * @throws StoreError that says which command installs it.
 */
export async function loadPackage<T>(load: () => Promise<T>, purpose: string, install: string): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const missing = code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND";
    throw new StoreError(
      "missing-package",
      missing
        ? `${purpose} needs a package that is not installed; \`${install}\` installs it`
        : `${purpose} needs a package that cannot be loaded (${message}); \`${install}\` installs it anew`,
    );
  }
}
