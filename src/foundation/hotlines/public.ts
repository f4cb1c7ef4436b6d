export { HOTLINES, HOTLINES_AS_OF, type Hotline } from "./hotline.schema.ts";
