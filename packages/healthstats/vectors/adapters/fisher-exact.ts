import { type FourfoldTable, fisherExact, R_ODDS_TOLERANCE } from "../../src/fisher-exact.ts";
import { fisherExactTable } from "../../src/fisher-exact-table.ts";
import { type Adapter, numbers } from "../adapter.ts";

export const fisherExactAdapter: Adapter = (inputs) => {
  const table = (inputs.table as unknown[]).map(numbers);
  if (table.length !== 2 || table.some((row) => row.length !== 2))
    return { p_two_sided: fisherExactTable(table) };
  // The odds ratios of these files were printed by R.
  const test = fisherExact(table as unknown as FourfoldTable, { oddsRatioTolerance: R_ODDS_TOLERANCE });
  return {
    p_two_sided: test.pTwoSided,
    p_greater: test.pGreater,
    p_less: test.pLess,
    odds_ratio_sample: test.oddsRatioSample,
    odds_ratio_cmle: test.oddsRatioConditional,
  };
};
