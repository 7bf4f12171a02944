const subscription = `subscription ($question: String!) { answer(input: { question: $question }) {
  __typename ... on AnswerGiven { answer { text rows { values } } }
} }`

/** Asks the assistant; gives the parts of its answer as they come, as JSON. */
export async function* sendStream(url: string, token: string, question: string): AsyncGenerator<string, void> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'multipart/mixed;boundary=graphql;subscriptionSpec=1.0',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query: subscription, variables: { question } }),
  })
  let rest = ''
  for await (const text of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    const pieces = `${rest}${text}`.split('\r\n--graphql')
    rest = pieces.pop() ?? ''
    for (const piece of pieces) if (piece !== '') yield piece
  }
}
