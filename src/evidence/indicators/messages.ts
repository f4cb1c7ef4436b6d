import { IMPORT_WORDS } from "./imports/messages.ts";
import { PUBLICATION_WORDS } from "./profile/publication/messages.ts";

/** What this module's actions are called in the audit log. */
export const INDICATOR_WORDS = {
  ...PUBLICATION_WORDS,
  ...IMPORT_WORDS,
  "indicator.list-fhir": {
    done: "指標の定義を取得した（FHIR）",
    refused: "指標の定義を取得しようとした（FHIR）",
  },
  "observation.list-fhir": {
    done: "公表した指標を取得した（FHIR）",
    refused: "公表した指標を取得しようとした（FHIR）",
  },
  "indicator.load": { done: "指標の一覧を読み込んだ", refused: "指標の一覧を読み込もうとした" },
  "fact.load-demonstration": {
    done: "見本の地域の事実を読み込んだ",
    refused: "見本の地域の事実を読み込もうとした",
  },
} as const;
