export { loadEnglish, MissingPackageError } from "./load-english.js";
export { loadKhabar } from "./load-khabar.js";
export { readHtml } from "./read-html.js";
export { type IndexOptions, openIndex } from "./stores/open-index.js";
export { StoreError, type StoreErrorCode } from "./stores/store-error.js";
