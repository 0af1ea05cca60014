// A bare Socket.IO server to stand beside the product: a socket watches a topic, and a post tells all who do.
import { createServer } from "node:http";
import { Server } from "socket.io";

const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => {
    io.to("topic").emit("changed", { topic: "topic", kind: "comment_published", at: new Date().toISOString() });
    response.writeHead(303, { Location: "/", "Content-Length": 0 });
    response.end();
  });
});
const io = new Server(server, { transports: ["websocket"], serveClient: false });
io.on("connection", (socket) => {
  socket.on("watch", async (_topic, answer) => {
    await socket.join("topic");
    answer({ ok: true });
  });
});
server.listen(0, "127.0.0.1", () => console.log(`ready at ${server.address().port}`));
process.once("SIGTERM", () => process.exit(0));
