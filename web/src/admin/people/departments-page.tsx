import { PlusOutlined } from "@ant-design/icons";
import { Button, Tree } from "antd";
import { useState } from "react";
import { changeDepartment, type Department } from "@/api/people";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { PageSkeleton } from "@/app/skeleton";
import { useToast } from "@/app/toast";
import { usePhone } from "@/app/use-phone";
import { useLanguage } from "@/i18n";
import { DepartmentDrawer } from "./department-drawer";
import { type DepartmentNode, headCounts, mayMove, treeOf } from "./model";
import { NewDepartment } from "./new-department";
import css from "./people.module.css";
import { PeoplePlace } from "./places";
import { usePeople, usePeopleChange } from "./use-people";

type People = ReturnType<typeof usePeople>;
type Shown = { key: string; title: string; department: Department; children: Shown[] };

const shownOf = (nodes: DepartmentNode[]): Shown[] =>
  nodes.map(({ department, children }) => ({
    key: department.id,
    title: department.name,
    department,
    children: shownOf(children),
  }));

function Node({ node, people, count }: { node: Shown; people: People; count: number }) {
  const { t } = useLanguage();
  const head = people.members.find((one) => one.id === node.department.head);
  return (
    <span className={css.node}>
      <span className="ellipsis">{node.title}</span>
      <span className="faint num">{t("people.department.members", { n: count })}</span>
      {head && <span className="muted ellipsis">{head.name}</span>}
    </span>
  );
}

function useMove(people: People) {
  const { t } = useLanguage();
  const toast = useToast();
  return usePeopleChange(
    ({ moved, to }: { moved: Department; to: string | null }) => changeDepartment(moved, { parent: to }),
    (moved, { to }) => {
      const target = people.departments.find((one) => one.id === to);
      toast.done(t("people.department.moved", { name: moved.name, to: target?.name ?? t("people.department.top") }));
    },
  );
}

function DepartmentTree({ people, open }: { people: People; open: (id: string) => void }) {
  const { t } = useLanguage();
  const phone = usePhone();
  const move = useMove(people);
  const counts = headCounts(people.departments, people.members);
  const drop = (moved: Department, onto: Department, beside: boolean) => {
    const to = beside ? onto.parent : onto.id;
    if (mayMove(people.departments, moved.id, to)) move.mutate({ moved, to });
  };
  return (
    <>
      <p className="muted">{t(phone ? "people.department.textPhone" : "people.department.text")}</p>
      <div className={css.tree}>
        <Tree<Shown>
          blockNode
          defaultExpandAll
          selectedKeys={[]}
          aria-label={t("people.places.departments")}
          draggable={phone ? false : { icon: false }}
          treeData={shownOf(treeOf(people.departments))}
          titleRender={(node) => <Node node={node} people={people} count={counts.get(node.key) ?? 0} />}
          onSelect={(_, { node }) => open(node.key)}
          onDrop={({ dragNode, node, dropToGap }) => drop(dragNode.department, node.department, dropToGap)}
        />
      </div>
    </>
  );
}

function Departments() {
  const { t } = useLanguage();
  const people = usePeople();
  const [open, setOpen] = useState<string | null>(null);
  const [below, setBelow] = useState<string | null | undefined>(undefined);
  if (people.pending) return <PageSkeleton />;
  if (people.error) return <Failure error={people.error} retry={people.retry} />;
  const opened = people.departments.find((one) => one.id === open);
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setBelow(null)}>
      {t("people.department.add")}
    </Button>
  );
  return (
    <>
      {people.departments.length === 0 ? (
        <Empty title={t("people.department.empty")} text={t("people.department.emptyText")} action={add} />
      ) : (
        <>
          <div className={css.bar}>
            <span className={css.grow} />
            {add}
          </div>
          <DepartmentTree people={people} open={setOpen} />
        </>
      )}
      {opened && (
        <DepartmentDrawer
          key={opened.id}
          department={opened}
          people={people}
          addBelow={() => setBelow(opened.id)}
          close={() => setOpen(null)}
        />
      )}
      {below !== undefined && <NewDepartment people={people} below={below} close={() => setBelow(undefined)} />}
    </>
  );
}

export function Component() {
  return (
    <PeoplePlace>
      <Departments />
    </PeoplePlace>
  );
}
