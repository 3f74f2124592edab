import type { EnglishNlp } from "../pipeline.js";

/** A package that is not installed with khabar was asked for. */
export class MissingPackageError extends Error {
  constructor(purpose: string, install: string, options?: ErrorOptions) {
    super(
      `${purpose} need a package that is not installed; install it with: npm install ${install}`,
      options,
    );
    this.name = "MissingPackageError";
  }
}

/**
 * Loads the package `compromise`, which finds names in English: an optional peer of khabar.
 * @throws MissingPackageError when it is not installed; the message says which command installs it.
 * @example
 * const khabar = loadKhabar().withEnglish(await loadEnglish());
 * khabar.read({ text: "Vladimir Putin said on Wednesday that the talks in Sochi were over." }).entities.map(({ id }) => id);
 * // ["person/vladimir-putin", "place/sochi"]
 */
export async function loadEnglish(): Promise<EnglishNlp> {
  try {
    return (await import("compromise")).default;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new MissingPackageError("English articles", "compromise@14.17.0", { cause: error });
  }
}
