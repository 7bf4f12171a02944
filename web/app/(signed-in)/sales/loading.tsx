import { PageSkeleton } from '../../../components/shell/PageSkeleton.tsx'

export default PageSkeleton
