import { paths } from "@/app/paths";

/** A place where the workspace is administered. */
export type AdminPlace = {
  path: string;
  label: "people.title" | "audit.title" | "security.title" | "privacy.settings" | "mail.title" | "calendar.title";
  icon: string;
  who: "admin";
};

/** All of them, in the order of the navigation. */
export const ADMIN_PLACES: readonly AdminPlace[] = [
  { path: paths.people, label: "people.title", icon: "team", who: "admin" },
  { path: paths.security, label: "security.title", icon: "safety", who: "admin" },
  { path: paths.privacy, label: "privacy.settings", icon: "privacy", who: "admin" },
  { path: paths.mail, label: "mail.title", icon: "mail", who: "admin" },
  { path: paths.calendar, label: "calendar.title", icon: "calendar", who: "admin" },
  { path: paths.audit, label: "audit.title", icon: "audit", who: "admin" },
];

/** The places that are there for somebody. */
export function placesFor(admin: boolean): readonly AdminPlace[] {
  return ADMIN_PLACES.filter((place) => place.who === "admin" && admin);
}
