// http_client.cc - see http_client.h; the only file that knows libcurl.
#include "net/http_client.h"

#include <curl/curl.h>

#include <algorithm>

#include "base/mutex.h"

namespace signpost {
namespace {

struct CurlDeleter {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using EasyHandle = std::unique_ptr<CURL, CurlDeleter>;
using HeaderList = std::unique_ptr<curl_slist, CurlDeleter>;
using ParsedUrl = std::unique_ptr<CURLU, CurlDeleter>;

// As many connections as stay open.
constexpr size_t kMaxIdleHandles = 8;

ParsedUrl parse_http_url(const std::string& url) {
  ParsedUrl parsed(curl_url());
  if (!parsed) throw Error(ErrorKind::internal, "libcurl has no memory");
  const bool is_http = url.starts_with("http://") || url.starts_with("https://");
  // What it says may have a password in it, so that the message can't show it.
  if (!is_http || curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) {
    throw Error(ErrorKind::usage, "not an address that begins with http:// or https:// and a host");
  }
  return parsed;
}

std::string part_of(const ParsedUrl& url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url.get(), part, &text, 0) != CURLUE_OK) return std::string();
  std::string out(text);
  curl_free(text);
  return out;
}

std::string without_secrets(const ParsedUrl& url) {
  const ParsedUrl bare(curl_url_dup(url.get()));
  for (const CURLUPart part : {CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_QUERY, CURLUPART_FRAGMENT}) {
    curl_url_set(bare.get(), part, nullptr, 0);
  }
  return part_of(bare, CURLUPART_URL);
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

HeaderList header_list(const HttpPost& post) {
  HeaderList list;
  // Without the last, a body of more than a megabyte waits a second for a server that has never heard of 100.
  std::vector<std::string> lines = {"Expect:"};
  for (const auto& [name, value] : post.headers) lines.push_back(name + ": " + value);
  for (const std::string& line : lines) {
    if (line.find_first_of("\r\n") != std::string::npos) {
      throw Error(ErrorKind::usage, "a header of a request has a line end in it");
    }
    curl_slist* longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr) throw Error(ErrorKind::internal, "libcurl has no memory");
    list.release();
    list.reset(longer);
  }
  return list;
}

HttpFailure::Kind kind_of(CURLcode code) {
  return code == CURLE_OPERATION_TIMEDOUT ? HttpFailure::Kind::late : HttpFailure::Kind::unreachable;
}

void set_up(CURL* handle, const HttpPost& post, const std::string& host, curl_slist* headers,
            ReceivedBody& body) {
  const auto milliseconds = static_cast<long>(std::max<int64_t>(1, post.deadline.count()));
  curl_easy_setopt(handle, CURLOPT_URL, post.url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_POST, 1L);
  curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(post.body.size()));
  curl_easy_setopt(handle, CURLOPT_POSTFIELDS, post.body.c_str());
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, milliseconds);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds);
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);  // there are other threads
  curl_easy_setopt(handle, CURLOPT_QUICK_EXIT,
                   1L);  // a name server that is silent doesn't outlast the deadline
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, receive);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &body);
  if (is_loopback(host)) curl_easy_setopt(handle, CURLOPT_PROXY, "");
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
    EasyHandle handle(curl_easy_init());
    if (!handle) throw Error(ErrorKind::internal, "libcurl can't start");
    return handle;
  }

  void give_back(EasyHandle handle) {
    curl_easy_reset(handle.get());  // what was set; its connections stay
    const MutexLock lock(mutex);
    if (idle.size() < kMaxIdleHandles) idle.push_back(std::move(handle));
  }
};

HttpClient::HttpClient() : impl_(std::make_unique<Impl>()) {
  // Once in a process, however many threads come here first.
  static const CURLcode kStarted = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (kStarted != CURLE_OK) throw Error(ErrorKind::internal, "libcurl can't start");
}

HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient&&) noexcept = default;

HttpAnswer HttpClient::post(const HttpPost& post) const {
  const ParsedUrl url = parse_http_url(post.url);
  const HeaderList headers = header_list(post);
  ReceivedBody body{{}, post.max_answer_bytes};
  EasyHandle handle = impl_->take();
  set_up(handle.get(), post, part_of(url, CURLUPART_HOST), headers.get(), body);
  const CURLcode code = curl_easy_perform(handle.get());
  if (code != CURLE_OK) {
    const std::string name = without_secrets(url);
    if (body.too_long) {
      throw HttpFailure(HttpFailure::Kind::too_long,
                        name + " answered more than " + std::to_string(post.max_answer_bytes) + " bytes");
    }
    const std::string why = code == CURLE_OPERATION_TIMEDOUT
                                ? "no answer within " + std::to_string(post.deadline.count()) + " ms"
                                : curl_easy_strerror(code);
    throw HttpFailure(kind_of(code), name + ": " + why);
  }
  HttpAnswer answer;
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
