/**
 * The two model populations of Japan's official age-adjusted death rates. Dated data: a new model is
 * a new entry, never a change of an old one. Persons, smoothed from the census of the named year.
 */
export const MODEL_POPULATIONS = {
  "japan-1985": {
    nameJa: "昭和60年モデル人口",
    nameEn: "1985 model population",
    baseYear: 1985,
    usedInOfficialStatistics: "published death rates up to those of 2019",
    source: "厚生労働省 人口動態統計, 基準人口（昭和60年モデル人口）",
    total: 120_287_000,
    bands: [
      ["0-4", 8_180_000],
      ["5-9", 8_338_000],
      ["10-14", 8_497_000],
      ["15-19", 8_655_000],
      ["20-24", 8_814_000],
      ["25-29", 8_972_000],
      ["30-34", 9_130_000],
      ["35-39", 9_289_000],
      ["40-44", 9_400_000],
      ["45-49", 8_651_000],
      ["50-54", 7_616_000],
      ["55-59", 6_581_000],
      ["60-64", 5_546_000],
      ["65-69", 4_511_000],
      ["70-74", 3_476_000],
      ["75-79", 2_441_000],
      ["80-84", 1_406_000],
      ["85+", 784_000],
    ],
  },
  "japan-2015": {
    nameJa: "平成27年モデル人口",
    nameEn: "2015 model population",
    baseYear: 2015,
    usedInOfficialStatistics: "published death rates from those of 2020, published since February 2022",
    source: "厚生労働省 人口動態統計, 基準人口（平成27年モデル人口）, 000638712.pdf",
    total: 125_319_000,
    bands: [
      ["0-4", 5_026_000],
      ["5-9", 5_369_000],
      ["10-14", 5_711_000],
      ["15-19", 6_053_000],
      ["20-24", 6_396_000],
      ["25-29", 6_738_000],
      ["30-34", 7_081_000],
      ["35-39", 7_423_000],
      ["40-44", 7_766_000],
      ["45-49", 8_108_000],
      ["50-54", 8_451_000],
      ["55-59", 8_793_000],
      ["60-64", 9_135_000],
      ["65-69", 9_246_000],
      ["70-74", 7_892_000],
      ["75-79", 6_306_000],
      ["80-84", 4_720_000],
      ["85-89", 3_134_000],
      ["90-94", 1_548_000],
      ["95+", 423_000],
    ],
  },
} as const satisfies Record<string, ModelPopulation>;

/** A standard population with its provenance. */
export interface ModelPopulation {
  readonly nameJa: string;
  readonly nameEn: string;
  readonly baseYear: number;
  readonly usedInOfficialStatistics: string;
  readonly source: string;
  readonly total: number;
  readonly bands: readonly (readonly [band: string, persons: number])[];
}

/** Name of a model; part of the type of every rate made with it. */
export type ModelPopulationName = keyof typeof MODEL_POPULATIONS;
