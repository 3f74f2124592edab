/**
 * Where something stands in a string: UTF-16 code units (what `String.prototype.slice` counts), half-open
 * `[start, end)`. Every offset in khabar is of this kind, and always into the caller's own string unless the
 * name says otherwise (`foldedStart`).
 */
export interface Span {
  /** First code unit, 0-based. */
  readonly start: number;
  /** One past the last code unit; `start <= end`. */
  readonly end: number;
}
