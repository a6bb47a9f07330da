import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/keys";
import { departmentListQuery, peopleQuery } from "@/api/people";
import { useToast } from "@/app/toast";

/** Members and departments, both there or not yet. */
export function usePeople() {
  const members = useQuery(peopleQuery);
  const departments = useQuery(departmentListQuery);
  const error = members.error ?? departments.error;
  const retry = () => {
    void members.refetch();
    void departments.refetch();
  };
  return {
    members: members.data ?? [],
    departments: departments.data ?? [],
    pending: members.isPending || departments.isPending,
    error,
    retry,
  };
}

/** Forgets what is known of people, of whom pickers and records know too. */
export function usePeopleChanged() {
  const cache = useQueryClient();
  return async () => {
    await Promise.all([
      cache.invalidateQueries({ queryKey: keys.people }),
      cache.invalidateQueries({ queryKey: keys.members }),
      cache.invalidateQueries({ queryKey: keys.departments }),
      cache.invalidateQueries({ queryKey: keys.mentions }),
    ]);
  };
}

/** Something done to people: failures are said, and what is known of people is asked for anew either way. */
export function usePeopleChange<T, R>(change: (what: T) => Promise<R>, done?: (result: R, what: T) => void) {
  const toast = useToast();
  const changed = usePeopleChanged();
  return useMutation({
    mutationFn: change,
    onSuccess: (result, what) => done?.(result, what),
    onError: toast.failed,
    onSettled: changed,
  });
}
