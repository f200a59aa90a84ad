// http_client.cc - see http_client.h.
#include "net/http_client.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/mutex.h"
#include "net/curl_handle.h"

namespace signpost {
namespace {

// As many connections as stay open.
constexpr size_t kMaxIdleHandles = 8;

constexpr const char* kMustBeHttp = "not an address that begins with http:// or https:// and a host";

ParsedUrl parse_http_url(const std::string& url) {
  if (!url.starts_with("http://") && !url.starts_with("https://")) throw Error(ErrorKind::usage, kMustBeHttp);
  return parse_curl_url(url, kMustBeHttp);
}

bool is_loopback(const std::string& host) {
  return host == "localhost" || host == "[::1]" || host.starts_with("127.");
}

struct ReceivedBody {
  std::string bytes;
  size_t max_bytes;
  bool too_long = false;
};

size_t receive(const char* data, size_t size, size_t count, void* to) {
  ReceivedBody& body = *static_cast<ReceivedBody*>(to);
  const size_t bytes = size * count;
  if (bytes > body.max_bytes - body.bytes.size()) {
    body.too_long = true;
    return bytes + 1;  // anything but `bytes` ends the transfer
  }
  body.bytes.append(data, bytes);
  return bytes;
}

// A line of the head; curl gives each whole, with its end.
size_t note_cookie(const char* data, size_t size, size_t count, void* to) {
  static constexpr std::string_view kName = "set-cookie:";
  const std::string_view line(data, size * count);
  if (lower_case(line.substr(0, kName.size())) == kName)
    static_cast<std::vector<std::string>*>(to)->emplace_back(trimmed(line.substr(kName.size())));
  return size * count;
}

CurlList header_list(const HttpPost& post) {
  CurlList list;
  // Without the last, a body of more than a megabyte waits a second for a server that has never heard of 100.
  std::vector<std::string> lines = {"Expect:"};
  for (const auto& [name, value] : post.headers) lines.push_back(name + ": " + value);
  for (const std::string& line : lines) {
    if (line.find_first_of("\r\n") != std::string::npos) {
      throw Error(ErrorKind::usage, "a header of a request has a line end in it");
    }
    append_line(list, line);
  }
  return list;
}

HttpFailure::Kind kind_of(CURLcode code) {
  return code == CURLE_OPERATION_TIMEDOUT ? HttpFailure::Kind::late : HttpFailure::Kind::unreachable;
}

void set_up(CURL* handle, const HttpPost& post, const std::string& host, curl_slist* headers,
            ReceivedBody& body) {
  curl_easy_setopt(handle, CURLOPT_URL, post.url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
  limit_time(handle, post.deadline);
  end_when(handle, post.cancelled);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, receive);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &body);
  if (is_loopback(host)) curl_easy_setopt(handle, CURLOPT_PROXY, "");
  if (!post.ca_file.empty()) curl_easy_setopt(handle, CURLOPT_CAINFO, post.ca_file.c_str());
}

void set_body(CURL* handle, const std::string& body) {
  curl_easy_setopt(handle, CURLOPT_POST, 1L);
  curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  curl_easy_setopt(handle, CURLOPT_POSTFIELDS, body.c_str());
}

}  // namespace

struct HttpClient::Impl {
  Mutex mutex;
  std::vector<EasyHandle> idle GUARDED_BY(mutex);

  EasyHandle take() {
    {
      const MutexLock lock(mutex);
      if (!idle.empty()) {
        EasyHandle handle = std::move(idle.back());
        idle.pop_back();
        return handle;
      }
    }
    return new_curl_handle();
  }

  void give_back(EasyHandle handle) {
    curl_easy_reset(handle.get());  // what was set; its connections stay
    const MutexLock lock(mutex);
    if (idle.size() < kMaxIdleHandles) idle.push_back(std::move(handle));
  }
};

HttpClient::HttpClient() : impl_(std::make_unique<Impl>()) { start_curl(); }

HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient&&) noexcept = default;

HttpAnswer HttpClient::post(const HttpPost& post) const { return ask(post, Sends::body); }

HttpAnswer HttpClient::get(const HttpGet& get) const {
  return ask({.url = get.url,
              .headers = get.headers,
              .body = "",
              .deadline = get.deadline,
              .max_answer_bytes = get.max_answer_bytes,
              .ca_file = get.ca_file},
             Sends::nothing);
}

HttpAnswer HttpClient::ask(const HttpPost& question, Sends sends) const {
  const ParsedUrl url = parse_http_url(question.url);
  const CurlList headers = header_list(question);
  ReceivedBody body{{}, question.max_answer_bytes};
  GateWatch watch{question.gate};
  EasyHandle handle = impl_->take();
  set_up(handle.get(), question, part_of(url, CURLUPART_HOST), headers.get(), body);
  if (sends == Sends::body) set_body(handle.get(), question.body);
  if (question.gate != nullptr) set_gate(handle.get(), watch);
  HttpAnswer answer;
  curl_easy_setopt(handle.get(), CURLOPT_HEADERFUNCTION, note_cookie);
  curl_easy_setopt(handle.get(), CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);  // of a proxy, whose they are
  curl_easy_setopt(handle.get(), CURLOPT_HEADERDATA, &answer.cookies);
  const CURLcode code = curl_easy_perform(handle.get());
  if (code != CURLE_OK) {
    const std::string name = without_secrets(url);
    if (body.too_long) {
      throw HttpFailure(HttpFailure::Kind::too_long, name,
                        "answered more than " + std::to_string(question.max_answer_bytes) + " bytes");
    }
    throw HttpFailure(kind_of(code), name, reason_of(code, question.deadline, watch));
  }
  long status = 0;
  curl_off_t retry_after = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(handle.get(), CURLINFO_RETRY_AFTER, &retry_after);
  answer.status = static_cast<int>(status);
  // A date that has passed is told as a number below 0.
  answer.retry_after = std::chrono::seconds(std::max<curl_off_t>(0, retry_after));
  answer.body = std::move(body.bytes);
  impl_->give_back(std::move(handle));
  return answer;
}

std::string url_for_messages(const std::string& url) { return without_secrets(parse_http_url(url)); }

}  // namespace signpost
