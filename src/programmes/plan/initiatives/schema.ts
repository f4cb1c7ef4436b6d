/** An output or outcome measure of an initiative, year by year. */
export type MeasureSeries = Readonly<{
  id: string;
  initiativeId: string;
  initiative: string;
  kind: "output" | "outcome";
  name: string;
  unit: string;
  partOf: string | null;
  values: readonly Readonly<{ fiscalYear: number; value: number; source: string }>[];
}>;
