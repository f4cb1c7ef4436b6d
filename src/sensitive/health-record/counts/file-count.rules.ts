/** Fewer files are told to nobody, and more by tens: between two counts nobody sees one person begin or leave. */
const STEP = 10;

export const toldCount = (files: number): number | undefined =>
  files < STEP ? undefined : Math.floor(files / STEP) * STEP;
