import { graphql } from '../gql/gql.ts'

graphql(`
  fragment RoleRow on Role {
    name
    description
    scopes
    isOwn
    memberCount
  }
`)

export const RolesPage = graphql(`
  query RolesPage {
    me {
      ...Shell
    }
    roles {
      ...RoleRow
    }
    scopes {
      name
      description
      isReserved
    }
  }
`)

export const CreateRole = graphql(`
  mutation CreateRole($input: CreateRoleInput!) {
    result: createRole(input: $input) {
      __typename
      ... on RoleSaved {
        role {
          name
        }
      }
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const ChangeRole = graphql(`
  mutation ChangeRole($input: ChangeRoleInput!) {
    result: changeRole(input: $input) {
      __typename
      ... on RoleSaved {
        role {
          name
        }
      }
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const RemoveRole = graphql(`
  mutation RemoveRole($input: RemoveRoleInput!) {
    result: removeRole(input: $input) {
      __typename
      ... on RoleRemoved {
        name
        memberCount
      }
      ... on UserError {
        message
        path
      }
    }
  }
`)
