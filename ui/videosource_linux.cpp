// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/videosource.h"

#include <QHash>

#include <gst/base/gstbasesrc.h>
#include <mutex>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

using Video = std::shared_ptr<const SeekableVideo>;

constexpr const char *scheme = "respool-video";
constexpr guint readBytes = 128 << 10;

// The videos that may be asked for now.
class Register
{
public:
    quint64 add(const Video &video)
    {
        const std::scoped_lock lock(m_mutex);
        m_videos.insert(++m_last, video);
        return m_last;
    }
    void remove(quint64 id)
    {
        const std::scoped_lock lock(m_mutex);
        m_videos.remove(id);
    }
    Video find(const QUrl &url)
    {
        const std::scoped_lock lock(m_mutex);
        return m_videos.value(url.path().mid(1).toULongLong());
    }

private:
    std::mutex m_mutex; // guards both
    QHash<quint64, Video> m_videos;
    quint64 m_last = 0;
};

// GStreamer makes its elements itself, wherever and whenever a source is asked for.
Register &videos()
{
    static Register all;
    return all;
}

// An element of GStreamer, by its rules: a structure that begins with its parent's.
struct Source
{
    GstBaseSrc parent;
    Video *video; // owned
    char *uri;    // owned
};

struct SourceClass
{
    GstBaseSrcClass parent;
};

Source *sourceOf(void *object)
{
    return static_cast<Source *>(object);
}

gboolean isSeekable(GstBaseSrc *)
{
    return TRUE;
}

gboolean sizeOf(GstBaseSrc *base, guint64 *size)
{
    const Video *video = sourceOf(base)->video;
    if (!video)
        return FALSE;
    *size = guint64((*video)->bytes());
    return TRUE;
}

GstFlowReturn fill(GstBaseSrc *base, guint64 offset, guint size, GstBuffer *buffer)
{
    GstMapInfo map;
    if (!sourceOf(base)->video || !gst_buffer_map(buffer, &map, GST_MAP_WRITE))
        return GST_FLOW_ERROR;
    const qint64 got =
        (*sourceOf(base)->video)->read(reinterpret_cast<char *>(map.data), size, qint64(offset));
    gst_buffer_unmap(buffer, &map);
    if (got <= 0)
        return got == 0 ? GST_FLOW_EOS : GST_FLOW_ERROR;
    gst_buffer_set_size(buffer, gssize(got));
    return GST_FLOW_OK;
}

GstURIType uriType(GType)
{
    return GST_URI_SRC;
}

const gchar *const *protocols(GType)
{
    static constexpr const gchar *all[] = {scheme, nullptr};
    return all;
}

gchar *uriOf(GstURIHandler *handler)
{
    return g_strdup(sourceOf(handler)->uri);
}

gboolean setUri(GstURIHandler *handler, const gchar *uri, GError **error)
{
    Source *source = sourceOf(handler);
    Video video = videos().find(QUrl(QString::fromUtf8(uri)));
    if (!video) {
        g_set_error_literal(error, GST_URI_ERROR, GST_URI_ERROR_BAD_REFERENCE, "no such video");
        return FALSE;
    }
    delete std::exchange(source->video, new Video(std::move(video)));
    g_free(std::exchange(source->uri, g_strdup(uri)));
    return TRUE;
}

void beginHandler(gpointer interface, gpointer)
{
    auto *handler = static_cast<GstURIHandlerInterface *>(interface);
    handler->get_type = uriType;
    handler->get_protocols = protocols;
    handler->get_uri = uriOf;
    handler->set_uri = setUri;
}

void finalize(GObject *object)
{
    delete sourceOf(object)->video;
    g_free(sourceOf(object)->uri);
    auto *parent = g_type_class_peek(GST_TYPE_BASE_SRC);
    static_cast<GObjectClass *>(parent)->finalize(object);
}

void beginClass(gpointer made, gpointer)
{
    static GstStaticPadTemplate pad =
        GST_STATIC_PAD_TEMPLATE("src", GST_PAD_SRC, GST_PAD_ALWAYS, GST_STATIC_CAPS_ANY);
    static_cast<GObjectClass *>(made)->finalize = finalize;
    auto *element = static_cast<GstElementClass *>(made);
    gst_element_class_set_static_metadata(element, "Respool video", "Source/File",
                                          "Reads a video of a recording", "Respool");
    gst_element_class_add_static_pad_template(element, &pad);
    auto *base = static_cast<GstBaseSrcClass *>(made);
    base->is_seekable = isSeekable;
    base->get_size = sizeOf;
    base->fill = fill;
}

void begin(GTypeInstance *instance, gpointer)
{
    gst_base_src_set_blocksize(reinterpret_cast<GstBaseSrc *>(instance), readBytes);
}

void registerSource()
{
    gst_init(nullptr, nullptr);
    const GTypeInfo about{sizeof(SourceClass), nullptr, nullptr, beginClass, nullptr, nullptr,
                          sizeof(Source),      0,       begin,   nullptr};
    const GType type =
        g_type_register_static(GST_TYPE_BASE_SRC, "RespoolVideoSource", &about, GTypeFlags(0));
    const GInterfaceInfo handler{beginHandler, nullptr, nullptr};
    g_type_add_interface_static(type, GST_TYPE_URI_HANDLER, &handler);
    gst_element_register(nullptr, "respoolvideosource", GST_RANK_PRIMARY, type);
}

} // namespace

VideoSource::VideoSource(const std::shared_ptr<const SeekableVideo> &video)
{
    static const bool registered = (registerSource(), true);
    Q_UNUSED(registered)
    m_id = videos().add(video);
}

VideoSource::~VideoSource()
{
    videos().remove(m_id);
}

QUrl VideoSource::url() const
{
    return QUrl(QLatin1StringView(scheme) + u":///"_s + QString::number(m_id));
}

} // namespace respool
