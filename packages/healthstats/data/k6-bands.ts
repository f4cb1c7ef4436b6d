/** Bands of the K6 score (0–24). A band starts at its first score and ends before the next. */
export interface K6Bands {
  readonly name: string;
  readonly validFrom: string;
  readonly source: string;
  readonly verified: boolean;
  readonly bands: readonly { readonly code: string; readonly from: number }[];
}

/**
 * Cut-offs 5, 10 and 13: 10 is the one that the Comprehensive Survey of Living Conditions and
 * 健康日本21 count from. Some Japanese papers use 9 instead; such a set is passed as an argument.
 */
export const K6_BANDS_JAPAN: K6Bands = {
  name: "k6-bands-japan-5-10-13",
  validFrom: "2007-04-01",
  source:
    "Furukawa et al. 2003 for the Japanese version; Comprehensive Survey of Living Conditions for the cut-offs",
  verified: false,
  bands: [
    { code: "below-5", from: 0 },
    { code: "from-5", from: 5 },
    { code: "from-10", from: 10 },
    { code: "from-13", from: 13 },
  ],
};
