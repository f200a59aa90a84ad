// server.cc - the only file that includes httplib.h. It parses complete requests and writes responses, in
// memory: the sockets are the listener's. Built with cpp-httplib 0.11 and 0.18.
#include "net/server.h"

#include <httplib.h>

#include <algorithm>
#include <vector>

namespace signpost {
namespace {

// A request's bytes to read, a response's bytes written.
class MemoryStream : public httplib::Stream {
 public:
  explicit MemoryStream(std::string input) : input_(std::move(input)) {}

  bool is_readable() const override { return at_ < input_.size(); }
  bool is_writable() const override { return true; }
  ssize_t read(char* buffer, size_t size) override {
    const size_t taken = std::min(size, input_.size() - at_);
    std::copy_n(input_.data() + at_, taken, buffer);
    at_ += taken;
    return static_cast<ssize_t>(taken);
  }
  ssize_t write(const char* bytes, size_t size) override {
    output_.append(bytes, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return 0; }

  std::string take_output() { return std::move(output_); }

 private:
  std::string input_;
  size_t at_ = 0;
  std::string output_;
};

constexpr std::string_view kEndOfHead = "\r\n\r\n";

bool is_one_line(std::string_view text) { return text.find_first_of("\r\n", 0, 2) == std::string_view::npos; }

// Neither has a length, not even 0 (RFC 9110, 8.6).
bool has_content(int status) { return status != 204 && status != 304; }

// What must be in every response that goes out, in one place for both ways out.
std::vector<std::pair<std::string, std::string>> headers_of(const Response& response) {
  std::vector<std::pair<std::string, std::string>> headers;
  for (const auto& header : response.headers) {
    if (is_one_line(header.second)) headers.push_back(header);
  }
  return headers;
}

// A refusal, written without the library.
std::string plain_bytes(const Response& response, bool with_body) {
  std::string bytes = "HTTP/1.1 " + std::to_string(response.status) + " " +
                      std::string(reason_phrase(response.status)) + "\r\nConnection: close\r\n";
  for (const auto& [name, value] : headers_of(response)) bytes += name + ": " + value + "\r\n";
  bytes += "Content-Type: " + response.content_type + "\r\n";
  bytes += "Content-Length: " + std::to_string(response.body.size()) + "\r\n\r\n";
  return with_body ? bytes + response.body : bytes;
}

// One for each call at a time: the library's hooks know nothing of the call that they belong to.
class Adapter : public httplib::Server {
 public:
  using Answer = std::function<Response(const Request&)>;

  Adapter(Answer answer, const signpost::Server::Handlers& handlers, const ListenerOptions& options)
      : answer_(std::move(answer)), handlers_(handlers) {
    set_keep_alive_timeout(std::chrono::duration_cast<std::chrono::seconds>(options.idle_timeout).count());
    set_keep_alive_max_count(options.max_requests);
    set_pre_routing_handler([this](const httplib::Request&, httplib::Response& to) {
      write(answer_(*request_), to);
      return HandlerResponse::Handled;
    });
    // Otherwise the library would send the exception's text.
    set_exception_handler([this](const httplib::Request&, httplib::Response& to, const std::exception_ptr&) {
      write(handlers_.refuse(500, {}, request_), to);
    });
    set_post_routing_handler([this](const httplib::Request&, httplib::Response& to) {
      // The library says of everything that it has ranges.
      if (!has_ranges_) to.headers.erase("Accept-Ranges");
      if (!has_content(to.status)) to.headers.erase("Content-Length");
    });
  }

  Exchange exchange(const Request& request, bool last) {
    request_ = &request;
    MemoryStream stream(head_of(request));
    bool closed = false;
    Exchange result;
    result.close = !process(&Adapter::process_request, stream, last, closed) || closed || last;
    result.bytes = stream.take_output();
    if (request.method != "HEAD") result.file = std::move(file_);
    file_ = {};
    return result;
  }

 private:
  using Setup = std::function<void(httplib::Request&)>;
  // The same function in 0.11 and in 0.18.
  using Old = bool (httplib::Server::*)(httplib::Stream&, bool, bool&, const Setup&);
  using New = bool (httplib::Server::*)(httplib::Stream&, const std::string&, int, const std::string&, int,
                                        bool, bool&, const Setup&);

  bool process(Old function, httplib::Stream& stream, bool last, bool& closed) {
    return (this->*function)(stream, last, closed, nullptr);
  }
  bool process(New function, httplib::Stream& stream, bool last, bool& closed) {
    return (this->*function)(stream, "", 0, "", 0, last, closed, nullptr);
  }

  // What the library has to know to write an answer. The request was read by our own parser and reaches the
  // handler as it is; reading it a second time could give it a second meaning, and the library would act on
  // headers by itself: compress what is compressed, cut ranges out of it, wait for bodies; and refuse paths
  // beyond a length of its own.
  static std::string head_of(const Request& request) {
    return std::string(request.method == "HEAD" ? "HEAD" : "GET") + " / HTTP/1.1\r\n\r\n";
  }

  void write(Response from, httplib::Response& to) {
    to.status = from.status;
    for (const auto& [name, value] : headers_of(from)) to.headers.emplace(name, value);
    has_ranges_ = has_header(from, "Accept-Ranges");
    if (!has_content(from.status)) return;
    to.body = std::move(from.body);
    to.headers.erase("Content-Type");
    to.headers.emplace("Content-Type", from.content_type);
    // The library takes a length that is given for that of the empty body that it has.
    if (from.file.size > 0) to.headers.emplace("Content-Length", std::to_string(from.file.size));
    file_ = std::move(from.file);
  }

  const Answer answer_;
  const signpost::Server::Handlers& handlers_;
  // Of the call under way.
  const Request* request_ = nullptr;
  FileBody file_;
  bool has_ranges_ = false;
};

}  // namespace

struct Server::Impl {
  Impl(const ListenerOptions& given_options, Handlers given)
      : options(given_options),
        handlers(std::move(given)),
        listener(options, {[this](size_t worker, const Request& request, bool last) {
                             return adapters[worker]->exchange(request, last);
                           },
                           [this](int status, std::chrono::seconds retry_after, const Request* request) {
                             return plain_bytes(handlers.refuse(status, retry_after, request),
                                                request == nullptr || request->method != "HEAD");
                           },
                           handlers.refused, handlers.unlisted_proxy,
                           [this](const Request& request) { return at_once(request); }}) {
    for (size_t worker = 0; worker < options.threads; ++worker) {
      adapters.push_back(std::make_unique<Adapter>(handlers.answer, handlers, options));
    }
  }

  // The same bytes as a worker's, because the same code writes them: once, for all who get them.
  ReadyAnswer at_once(const Request& request) const {
    const std::shared_ptr<const KeptAnswer> kept = handlers.at_once(request);
    if (!kept) return {};
    const std::string_view head = kept->head([&](const Response& response) {
      Request get = request;
      get.method = "GET";
      Adapter adapter([&response](const Request&) { return response; }, handlers, options);
      std::string bytes = adapter.exchange(get, false).bytes;
      bytes.resize(bytes.find(kEndOfHead) + kEndOfHead.size());
      return bytes;
    });
    const bool has_body = request.method != "HEAD" && has_content(kept->response().status);
    return {kept, head, has_body ? std::string_view(kept->response().body) : std::string_view()};
  }

  const ListenerOptions options;
  Handlers handlers;
  std::vector<std::unique_ptr<Adapter>> adapters;
  Listener listener;
};

Server::Server(const ListenerOptions& options, Handlers handlers)
    : impl_(std::make_unique<Impl>(options, std::move(handlers))) {}
Server::~Server() { stop(); }
void Server::start() { impl_->listener.start(); }
int Server::port() const { return impl_->listener.port(); }
ListenerStats Server::stats() const { return impl_->listener.stats(); }
void Server::stop(std::chrono::milliseconds patience) { impl_->listener.stop(patience); }

}  // namespace signpost
