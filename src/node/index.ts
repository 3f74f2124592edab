export { loadKhabar } from "./load-khabar.js";
export { readHtml } from "./read-html.js";
