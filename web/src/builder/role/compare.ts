import type { TFunction } from "i18next";
import { type EntityRights, FLAGS, may, OTHERS, presses, type RoleDoc, rightsOf, SCOPED, scopeOf } from "./model";
import { type About, deniedWords, rightOn, rightWords, scopedWords } from "./words";

/** What two roles say differently of one thing: in words, the first's and the second's. */
export type Difference = { key: string; what: string; first: string; second: string };

const differing = (all: readonly Difference[]) => all.filter((one) => one.first !== one.second);

function ofEntity(a: EntityRights, b: EntityRights, about: About, t: TFunction): Difference[] {
  const both = (key: string, what: string, say: (rights: EntityRights) => string) => ({
    key,
    what,
    first: say(a),
    second: say(b),
  });
  const yes = (can: boolean) => t(can ? "role.yes" : "role.no");
  const fields = [...about.fields, { code: OTHERS, name: t("role.others") }];
  return differing([
    ...FLAGS.map((flag) => both(flag, t(`role.flag.${flag}`), (rights) => yes(may(rights, flag)))),
    ...SCOPED.map((right) =>
      both(right, t(`role.scope.${right}`), (rights) => scopedWords(right, scopeOf(rights, right), about, t)),
    ),
    ...about.buttons.map(({ code, name }) =>
      both(`button ${code}`, t("role.buttonNamed", { name }), (rights) => yes(presses(rights, code))),
    ),
    ...fields.map((field) =>
      both(`field ${field.code}`, t("role.fieldNamed", { name: field.name }), (rights) =>
        rightWords(rightOn(rights, field), t),
      ),
    ),
    both("deny", t("role.deny"), (rights) => {
      const denied = deniedWords(rights.deny ?? {}, about, t).map(({ text }) => text);
      return denied.length === 0 ? t("role.denyNothing") : denied.join(t("role.comma"));
    }),
  ]);
}

/** Only what differs, by entity; an administrator may do everything, whatever else is said. */
export function compareRoles(a: RoleDoc, b: RoleDoc, entities: readonly About[], t: TFunction) {
  return entities
    .map((about) => ({
      entity: about,
      differences: ofEntity(rightsOf(a, about.code), rightsOf(b, about.code), about, t),
    }))
    .filter(({ differences }) => differences.length > 0);
}
