import { PlusOutlined } from "@ant-design/icons";
import { Button, Input, Select, Tag } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import type { Department, Member } from "@/api/people";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { PageSkeleton } from "@/app/skeleton";
import { Person } from "@/field/people";
import { useLanguage } from "@/i18n";
import { MemberDrawer } from "./member-drawer";
import { ALL_ACTIVE, fitting, type MemberFilter, pathName } from "./model";
import { NewMember } from "./new-member";
import css from "./people.module.css";
import { DepartmentPicker } from "./pickers";
import { PeoplePlace } from "./places";
import { usePeople } from "./use-people";

const AT_ONCE = 100;
const STATES = ["active", "inactive", "all"] as const;

function useFilter(): [MemberFilter, (change: Partial<MemberFilter>) => void] {
  const [search, setSearch] = useSearchParams();
  const state = STATES.find((one) => one === search.get("state")) ?? ALL_ACTIVE.state;
  const filter = { search: search.get("q") ?? "", department: search.get("department"), state };
  const change = (to: Partial<MemberFilter>) => {
    const next = { ...filter, ...to };
    const kept = {
      q: next.search,
      department: next.department ?? "",
      state: next.state === "active" ? "" : next.state,
    };
    setSearch(Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== "")), { replace: true });
  };
  return [filter, change];
}

function Marks({ member }: { member: Member }) {
  const { t } = useLanguage();
  return (
    <span className={css.marks}>
      {member.admin && <Tag color="blue">{t("people.admin")}</Tag>}
      {!member.active && <Tag>{t("people.inactive")}</Tag>}
      {member.active && member.leavingSince !== null && <Tag color="orange">{t("people.leaving")}</Tag>}
      {member.active && member.account === null && <Tag>{t("people.noAccount")}</Tag>}
    </span>
  );
}

type RowProps = { member: Member; departments: readonly Department[]; boss: string | undefined; open: () => void };

function MemberRow({ member, departments, boss, open }: RowProps) {
  const places = member.departments.map((id) => pathName(departments, id)).join("; ");
  return (
    <button type="button" className={`plain ${css.row}`} onClick={open}>
      <span className={css.about}>
        <Person id={member.id} name={member.name} />
        {member.jobTitle && <span className={`${css.narrow} faint ellipsis`}>{member.jobTitle}</span>}
      </span>
      <span className={`${css.wide} ellipsis`}>{member.jobTitle}</span>
      <span className={`${css.wide} muted ellipsis`} title={places}>
        {places}
      </span>
      <span className={`${css.wide} muted ellipsis`}>{boss}</span>
      <Marks member={member} />
    </button>
  );
}

function Bar({ departments, add }: { departments: readonly Department[]; add: () => void }) {
  const { t } = useLanguage();
  const [filter, change] = useFilter();
  return (
    <div className={css.bar}>
      <Input.Search
        className={css.search}
        allowClear
        aria-label={t("people.search")}
        placeholder={t("people.search")}
        value={filter.search}
        onChange={(event) => change({ search: event.target.value })}
      />
      <div style={{ width: 180 }}>
        <DepartmentPicker
          label={t("people.inDepartment")}
          placeholder={t("people.allDepartments")}
          departments={departments}
          value={filter.department}
          onChange={(department) => change({ department })}
        />
      </div>
      <Select
        aria-label={t("people.state")}
        value={filter.state}
        style={{ width: 120 }}
        options={STATES.map((value) => ({ value, label: t(`people.states.${value}`) }))}
        onChange={(state) => change({ state })}
      />
      <span className={css.grow} />
      <Button type="primary" icon={<PlusOutlined />} onClick={add}>
        {t("people.add")}
      </Button>
    </div>
  );
}

function Members() {
  const { t } = useLanguage();
  const people = usePeople();
  const [filter] = useFilter();
  const [open, setOpen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [most, setMost] = useState(AT_ONCE);
  if (people.pending) return <PageSkeleton />;
  if (people.error) return <Failure error={people.error} retry={people.retry} />;
  const found = fitting(people.members, people.departments, filter);
  const names = new Map(people.members.map((one) => [one.id, one.name]));
  const opened = people.members.find((one) => one.id === open);
  return (
    <>
      <Bar departments={people.departments} add={() => setAdding(true)} />
      <p className="faint num" aria-live="polite">
        {t("people.count", { n: found.length })}
      </p>
      {found.length === 0 ? (
        <Empty title={t("people.noMatch")} text={t("people.noMatchText")} />
      ) : (
        <ul className={css.list}>
          {found.slice(0, most).map((member) => (
            <li key={member.id}>
              <MemberRow
                member={member}
                departments={people.departments}
                boss={member.reportsTo ? names.get(member.reportsTo) : undefined}
                open={() => setOpen(member.id)}
              />
            </li>
          ))}
        </ul>
      )}
      {found.length > most && (
        <Button onClick={() => setMost(most + AT_ONCE)}>
          {t("people.more", { n: Math.min(AT_ONCE, found.length - most) })}
        </Button>
      )}
      {opened && <MemberDrawer key={opened.id} member={opened} people={people} close={() => setOpen(null)} />}
      {adding && <NewMember departments={people.departments} close={() => setAdding(false)} />}
    </>
  );
}

export function Component() {
  return (
    <PeoplePlace>
      <Members />
    </PeoplePlace>
  );
}
