import { Failure } from "@/app/failure";
import { PageSkeleton } from "@/app/skeleton";
import { MissingEntity } from "./list-page";
import { RecycleView } from "./recycle-view";
import { useEntity } from "./use-entity";

export function Component() {
  const { entity, isPending, error, refetch } = useEntity();
  if (isPending) return <PageSkeleton />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!entity) return <MissingEntity />;
  return <RecycleView key={entity.code} entity={entity} />;
}
