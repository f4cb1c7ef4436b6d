import { route } from "@react-router/dev/routes";

const page = (name: string) => `sensitive/consultation/pages/${name}.tsx`;

export const consultationRoutes = [
  route("consultation", page("offices")),
  route("offices/:organisation/cases", page("cases")),
  route("offices/:organisation/cases/new", page("case-new")),
  route("offices/:organisation/referrals", page("referrals")),
  route("offices/:organisation/appointments", page("appointments")),
  route("cases/:case", page("case")),
  route("cases/:case/edit", page("case-edit")),
  route("cases/:case/consent", page("consent-new")),
  route("cases/:case/consent/:consent", page("consent-text")),
  route("cases/:case/refer", page("referral-new")),
  route("referrals/:referral", page("referral")),
  route("support-plans/:plan", page("support-plan")),
  route("own/:token", page("own")),
];
