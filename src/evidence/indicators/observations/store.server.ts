/** Rows as the tables hold them; see migrations/0100_observations.sql. Codes are decoded by ./schema.ts. */
export interface ObservationRow {
  area_id: string;
  indicator_no: number;
  fiscal_year: number;
  sex: number;
  age_band: number;
  source_no: number;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  lower: number | null;
  upper: number | null;
  as_of: string | null;
  published: boolean;
  import_id: string;
}

export interface ObservationHistoryRow extends ObservationRow {
  ended_at: Date;
  ended_by: string;
  withdrawn: boolean;
}

declare module "#platform/db/database.ts" {
  interface Tables {
    observation: ObservationRow;
    observation_history: ObservationHistoryRow;
  }
}
