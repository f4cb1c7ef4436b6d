import { DAYS_TO_RESTORE } from "./deletion.rules.ts";

export const TOO_LATE = `削除してから${DAYS_TO_RESTORE}日を過ぎたため、戻せません。`;
