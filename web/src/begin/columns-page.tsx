import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate, useParams } from "react-router";
import { readUpload } from "@/api/imports";
import type { Upload } from "@/api/types";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { ColumnsView } from "./columns-view";

/** The upload of the address: handed over by the page that sent the file, or asked for again after a reload. */
export function Component() {
  const { upload: id = "" } = useParams();
  const navigate = useNavigate();
  const given = useLocation().state as Upload | null;
  const upload = useQuery({
    queryKey: ["upload", id],
    queryFn: () => readUpload(id),
    initialData: given?.id === id ? given : undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (upload.isPending) return <PageSkeleton />;
  if (upload.isError) return <Failure error={upload.error} retry={() => void navigate(paths.begin)} />;
  return <ColumnsView key={id} upload={upload.data} />;
}
