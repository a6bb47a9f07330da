/** The inputs that are heavy and wanted only where something is edited; `later-input.tsx` loads them. */
export { Choice } from "./choice";
export { DayInput, MomentInput } from "./dates";
export { DepartmentInput, MemberInput } from "./people";
export { RegionInput } from "./region";
export { Lookup } from "./relation";
