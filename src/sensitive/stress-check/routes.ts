import { route } from "@react-router/dev/routes";

const page = (name: string) => `sensitive/stress-check/pages/${name}.tsx`;

const WORKPLACE = "offices/:organisation/stress-checks/:run/workplaces/:workplace";

export const stressRoutes = [
  route("stress-checks", page("stress-offices")),
  route("offices/:organisation/stress-checks", page("stress-runs")),
  route("offices/:organisation/stress-checks/:run", page("stress-run")),
  route(WORKPLACE, page("stress-workplace")),
  route("offices/:organisation/stress-joint", page("joint-runs")),
  route("offices/:organisation/stress-joint/:run", page("joint-run")),
  route("offices/:organisation/stress-interviews", page("interviews")),
  route("offices/:organisation/stress-interviews/:request", page("interview")),
  route("stress", page("stress-code")),
  route("stress/workplace/:token", page("own-workplace")),
  route("stress/:token", page("stress-answer")),
  route("stress/:token/result", page("stress-result")),
];

/** Files, which stand outside the frame. */
export const stressFileRoutes = [
  route(`${WORKPLACE}/slips.pdf`, page("stress-slips-file")),
  route(`${WORKPLACE}/results.pdf`, page("stress-results-file")),
  route("stress/workplace/:token/notice.pdf", page("stress-notice-file")),
];
