export default function Page() {
  return <p>The least that Next can serve.</p>
}
