import { route } from "@react-router/dev/routes";

const page = (name: string) => `sensitive/surveys/pages/${name}.tsx`;
const ONE = "offices/:organisation/surveys/:survey";

export const surveyRoutes = [
  route("surveys", page("survey-offices")),
  route("offices/:organisation/surveys", page("surveys")),
  route(ONE, page("survey")),
  route(`${ONE}/preview`, page("survey-preview")),
  route(`${ONE}/questions/:question`, page("survey-question")),
  route(`${ONE}/words/:language`, page("survey-words")),
  route(`${ONE}/frame`, page("survey-frame")),
  route(`${ONE}/paper`, page("survey-paper")),
  route(`${ONE}/results`, page("survey-results")),
  route(`${ONE}/texts/:text`, page("survey-texts")),
  route("areas/:area/survey-drafts/:survey", page("survey-draft")),
  route("s/:token", page("answer-workplace")),
  route("s/:token/thanks", page("answer-thanks")),
  route("w", page("answer-code")),
  route("w/:token", page("answer-worker")),
];

/** Files, which stand outside the frame. */
export const surveyFileRoutes = [
  route(`${ONE}/letters.pdf`, page("survey-letters-file")),
  route(`${ONE}/codes.pdf`, page("survey-codes-file")),
  route(`${ONE}/sheets.pdf`, page("survey-sheets-file")),
  route(`${ONE}/export/:file`, page("survey-export-file")),
  route("s/:token/thanks.pdf", page("answer-thanks-file")),
];
