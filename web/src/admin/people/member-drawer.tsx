import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Drawer, Form, Input, Skeleton, Switch } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { changeMember, type Department, type Member, type MemberChange, rolesOfQuery, setRoles } from "@/api/people";
import { rolesQuery } from "@/api/roles";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import { labelText, useLanguage } from "@/i18n";
import { AccessSection } from "./member-access";
import css from "./people.module.css";
import { DepartmentPicker, DepartmentsPicker, MemberPicker } from "./pickers";
import { usePeopleChange } from "./use-people";

type People = { members: readonly Member[]; departments: readonly Department[] };
type Fields = Required<Pick<MemberChange, "name" | "department" | "departments" | "supervisor" | "admin">> & {
  jobTitle: string;
};

/** Whom the member reports to where nobody is named; told only while nobody is. */
function TreeHint({ member, members }: { member: Member; members: readonly Member[] }) {
  const { t } = useLanguage();
  const named = Form.useWatch("supervisor");
  if (named || member.supervisor !== null) return null;
  const boss = members.find((one) => one.id === member.reportsTo);
  return <span className="faint">{boss ? t("people.byTree", { name: boss.name }) : t("people.byTreeNobody")}</span>;
}

function useSave(member: Member) {
  const { t } = useLanguage();
  const toast = useToast();
  return usePeopleChange(
    (change: MemberChange) => changeMember(member, change),
    () => toast.done(t("people.changed")),
  );
}

function FactsForm({ member, people }: { member: Member; people: People }) {
  const { t } = useLanguage();
  const save = useSave(member);
  const others = people.members.filter((one) => one.active && one.id !== member.id);
  const start: Fields = {
    name: member.name,
    jobTitle: member.jobTitle ?? "",
    department: member.department,
    departments: member.departments.filter((id) => id !== member.department),
    supervisor: member.supervisor,
    admin: member.admin,
  };
  return (
    <Form<Fields> layout="vertical" initialValues={start} disabled={!member.active} onFinish={save.mutate}>
      <Form.Item
        name="name"
        label={t("people.field.name")}
        rules={[{ required: true, whitespace: true, message: t("people.nameRequired") }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="jobTitle" label={t("people.field.jobTitle")}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="department" label={t("people.field.department")}>
        <DepartmentPicker departments={people.departments} />
      </Form.Item>
      <Form.Item name="departments" label={t("people.field.departments")}>
        <DepartmentsPicker departments={people.departments} />
      </Form.Item>
      <Form.Item
        name="supervisor"
        label={t("people.field.supervisor")}
        extra={<TreeHint member={member} members={people.members} />}
      >
        <MemberPicker members={others} />
      </Form.Item>
      <Form.Item name="admin" valuePropName="checked">
        <Checkbox>{t("people.adminLong")}</Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t("common.save")}
      </Button>
    </Form>
  );
}

function RolesSection({ member }: { member: Member }) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const roles = useQuery(rolesQuery);
  const own = useQuery(rolesOfQuery(member.id));
  const save = usePeopleChange(
    (picked: string[]) => setRoles(member.id, picked),
    () => toast.done(t("people.changed")),
  );
  const shown = save.isPending ? save.variables : own.data;
  return (
    <section className={css.section} aria-label={t("people.field.roles")}>
      <h3>{t("people.field.roles")}</h3>
      {(roles.isPending || own.isPending) && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {roles.data?.length === 0 && <p className="faint">{t("people.noRoles")}</p>}
      {roles.data && shown && (
        <Checkbox.Group
          value={shown}
          disabled={!member.active || save.isPending}
          options={roles.data.map((role) => ({ value: role.code, label: labelText(role.label, language) }))}
          onChange={(picked) => save.mutate(picked)}
        />
      )}
    </section>
  );
}

function LeavingSection({ member }: { member: Member }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const save = useSave(member);
  return (
    <section className={css.section}>
      <div className={css.bar}>
        <Switch
          aria-label={t("people.field.leaving")}
          checked={member.leavingSince !== null}
          loading={save.isPending}
          onChange={(leaving) => save.mutate({ leaving })}
        />
        <strong>{t("people.field.leaving")}</strong>
      </div>
      <p className="faint">{t("people.field.leavingText")}</p>
      <div>
        <Button danger onClick={() => void navigate(paths.handOver(member.id))}>
          {t("people.leave")}
        </Button>
      </div>
    </section>
  );
}

function Reactivate({ member }: { member: Member }) {
  const { t } = useLanguage();
  const toast = useToast();
  const save = usePeopleChange(
    () => changeMember(member, { active: true }),
    () => toast.done(t("people.reactivated", { name: member.name })),
  );
  return (
    <Button loading={save.isPending} onClick={() => save.mutate(undefined)}>
      {t("people.reactivate")}
    </Button>
  );
}

type Props = { member: Member; people: People; close: () => void };

/** One member: what they are, what they may, by what they get in, and how they leave. */
export function MemberDrawer({ member, people, close }: Props) {
  const [shown, setShown] = useState(true);
  return (
    <Drawer
      open={shown}
      title={member.name}
      size={480}
      onClose={() => setShown(false)}
      afterOpenChange={(open) => !open && close()}
      extra={!member.active && <Reactivate member={member} />}
    >
      <FactsForm key={member.version} member={member} people={people} />
      <RolesSection member={member} />
      <AccessSection member={member} />
      {member.active && <LeavingSection member={member} />}
    </Drawer>
  );
}
