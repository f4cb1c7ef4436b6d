export const FORMATS = { pdf: "PDF（印刷用）", json: "JSON（機械で読む形）" } as const;
