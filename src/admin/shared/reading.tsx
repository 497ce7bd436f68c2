import { ErrorNotice } from "./error-notice"
import { LinesSkeleton } from "./lines-skeleton"

type ReadingProps = {
  query: { isPending: boolean; error: Error | null; refetch: () => unknown }
  lines?: number
}

/** Stands for what is being read: lines while it comes, the error when it does not. */
export const Reading = ({ query: { isPending, error, refetch }, lines = 3 }: ReadingProps) => {
  if (!isPending && !error) return null
  return (
    <div className="px-6 py-4">
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <LinesSkeleton lines={lines} />
      )}
    </div>
  )
}
