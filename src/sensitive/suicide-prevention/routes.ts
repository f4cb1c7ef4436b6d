import { route } from "@react-router/dev/routes";

const page = (name: string) => `sensitive/suicide-prevention/pages/${name}.tsx`;

export const preventionRoutes = [
  route("prevention", page("prevention-offices")),
  route("areas/:area/prevention", page("prevention-figures")),
  route("areas/:area/prevention/stock", page("prevention-stock")),
  route("areas/:area/prevention/support", page("prevention-support")),
  route("areas/:area/call-backs", page("call-backs")),
  route("areas/:area/kokoro", page("kokoro")),
  route("areas/:area/workplace-care", page("workplace-care")),
  route("areas/:area/return-to-work", page("return-to-work")),
  route("offices/:organisation/prevention-paths", page("prevention-paths")),
  route("offices/:organisation/case-conferences", page("case-conferences")),
  route("offices/:organisation/prevention-stock", page("office-stock")),
  route("voices/:token", page("voice")),
];
