export const FORMATS = { pdf: "PDF（印刷用）", json: "JSON（データ形式）" } as const;
