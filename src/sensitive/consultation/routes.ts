import { route } from "@react-router/dev/routes";

const page = (name: string) => `sensitive/consultation/pages/${name}.tsx`;

export const consultationRoutes = [
  route("consultation", page("offices")),
  route("offices/:organisation/cases", page("cases")),
  route("offices/:organisation/cases/new", page("case-new")),
  route("offices/:organisation/referrals", page("referrals")),
  route("offices/:organisation/appointments", page("appointments")),
  route("offices/:organisation/cases/:case", page("case")),
  route("offices/:organisation/cases/:case/edit", page("case-edit")),
  route("offices/:organisation/cases/:case/consent", page("consent-new")),
  route("offices/:organisation/cases/:case/consent/:consent", page("consent-text")),
  route("offices/:organisation/cases/:case/refer", page("referral-new")),
  route("offices/:organisation/cases/:case/own-page", page("own-page")),
  route("offices/:organisation/referrals/:referral", page("referral")),
  route("offices/:organisation/support-plans/:plan", page("support-plan")),
  route("own/:token", page("own")),
  route("returns/:token", page("return")),
  route("offices/:organisation/counts", page("counts")),
  route("offices/:organisation/erasure", page("erasure")),
  route("offices/:organisation/cases/:case/export", page("case-export")),
  route("offices/:organisation/cases/:case/files", page("case-files")),
  route("offices/:organisation/cases/:case/services", page("services")),
  route("offices/:organisation/referrals/:referral/hand-out", page("hand-out")),
];

export const consultationFileRoutes = [
  route("offices/:organisation/cases/:case/files/:file", page("case-file")),
];
